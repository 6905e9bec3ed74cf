import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { AttachmentOpeningService } from './attachment-opening.service.js';
import { AttachmentStore, FolderStore } from './attachment-store.js';
import { AttachmentsService } from './attachments.service.js';
import { S3Store } from './s3-store.js';
import { StudyViewer } from './study-viewer.js';

export { AttachmentOpeningService, AttachmentsService, AttachmentStore, StudyViewer };

export const attachmentProviders: Provider[] = [
  {
    provide: AttachmentStore,
    inject: [CONFIG],
    useFactory: (config: Config): AttachmentStore =>
      config.ATTACHMENTS_S3_URL === undefined
        ? new FolderStore(join(config.DATA_DIR, 'attachments'))
        : new S3Store(config.ATTACHMENTS_S3_URL, config),
  },
  StudyViewer,
  AttachmentsService,
  AttachmentOpeningService,
];
