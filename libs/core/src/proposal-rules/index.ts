import { ProposalRulesService } from './proposal-rules.service.js';
import { ProposalTrialService } from './proposal-trial.service.js';

export { ProposalRulesService, ProposalTrialService };
export const proposalRuleProviders = [ProposalRulesService, ProposalTrialService];
