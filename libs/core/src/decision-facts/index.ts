import type { Provider } from '@nestjs/common';
import { FactExpiryService } from './fact-expiry.service.js';

export { consentChanged, discussedAgain, factChanged } from './fact-flags.js';
export { factsByDirection, factsByKind } from './fact-proposals.rules.js';
export { presentFacts, type NamedFact, type PresentFacts } from './present-facts.js';
export { rememberFacts } from './remembered-facts.js';
export { shownValue } from './standing-facts.rules.js';
export { FactExpiryService };

export const decisionFactProviders: Provider[] = [FactExpiryService];
