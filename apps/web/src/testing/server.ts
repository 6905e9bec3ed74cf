/** What a test of a screen needs: an API that answers by the contract, and the screen with everything around it. */
export { renderScreen, somebody, type Rendered } from './render-screen';
export { answer, askedOf, cutOff, leaveWaiting, problemOf, refuse, type Asked } from './stub';
