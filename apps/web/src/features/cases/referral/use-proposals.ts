import type { ProposalRequest } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useMemo } from 'react';
import { proposalsQuery } from '../api';
import { useDebounced } from '../../../lib/use-debounced';
import { proposalRequestOf, type ProposedDepartment, type ReferralValues } from './referral-types';

const TYPING_PAUSE_MS = 500;

export interface Proposals {
  state: 'waiting' | 'loading' | 'failed' | 'ready';
  items: ProposedDepartment[];
  error: Error | null;
  retry: () => void;
}

/** The departments the rules propose for what is on the form, asked anew whenever the typing pauses. */
export function useProposals(form: FormInstance<ReferralValues>): Proposals {
  // As text, so that a keystroke that changes nothing for the rules asks for nothing.
  const wanted = Form.useWatch((values: ReferralValues) => JSON.stringify(proposalRequestOf(values)), form) ?? 'null';
  const settled = useDebounced(wanted, TYPING_PAUSE_MS);
  const request = useMemo(() => JSON.parse(settled) as ProposalRequest | null, [settled]);
  const proposals = useQuery(proposalsQuery(request));
  const state = ((): Proposals['state'] => {
    if (wanted === 'null') return 'waiting';
    if (proposals.isError) return 'failed';
    return proposals.isFetching || wanted !== settled ? 'loading' : 'ready';
  })();
  return {
    state,
    items: proposals.data?.items ?? [],
    error: proposals.error,
    retry: () => void proposals.refetch(),
  };
}
