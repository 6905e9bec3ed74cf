import { importEndpoints } from '@consilium/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { address } from '../../lib/api';
import { sendFile } from '../../lib/files';

export const templateAddress = (format: 'xlsx' | 'csv'): string =>
  address(importEndpoints.template, { query: { format } });

/** Has a file read and checked; the server keeps nothing of it. */
export const usePreview = () =>
  useMutation({
    mutationFn: (file: File) => sendFile(importEndpoints.preview, { fields: {}, file }),
    // The rows name patients: they are not kept for longer than they are shown.
    gcTime: 0,
  });

/** Refers all cases of a file. The key makes a second try after a lost answer the same import. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, file }: { key: string; file: File }) =>
      sendFile(importEndpoints.run, { fields: { key }, file }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}
