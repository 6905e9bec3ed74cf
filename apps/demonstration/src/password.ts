/** Password of every demonstration account: public, printed at the start and in the README. The people and cases are invented. */
export const DEMONSTRATION_PASSWORD = 'consilium-demo-2026';
