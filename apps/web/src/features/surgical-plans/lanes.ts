/** Edge and fill of a department's lane. Text n900 on each fill has a contrast of at least 13.9; the name is always printed beside it. */
export interface LaneColour {
  edge: string;
  fill: string;
}

const LANES: Readonly<Record<string, LaneColour>> = {
  anesthesiology: { edge: '#4A6072', fill: '#DFE7EC' },
  urology: { edge: '#2A6DB5', fill: '#DCE9F7' },
  'colorectal-surgery': { edge: '#187378', fill: '#D3EAEA' },
  'head-neck-surgery': { edge: '#6254C2', fill: '#E6E2F8' },
  'gynecologic-oncology': { edge: '#A63C86', fill: '#F6E1EE' },
  'bone-soft-tissue-oncology': { edge: '#94640A', fill: '#F5E8CC' },
  'interventional-oncology': { edge: '#A6442B', fill: '#FBE6DF' },
  'transfusion-medicine': { edge: '#A8323A', fill: '#F5E0E0' },
};
const OTHER: LaneColour = { edge: '#5C6C71', fill: '#E9EEEE' };

/** Colour of a department's lane by its code in the directory; departments without one of their own share a neutral pair. */
export function laneColour(departmentCode: string | undefined): LaneColour {
  return LANES[departmentCode ?? ''] ?? OTHER;
}
