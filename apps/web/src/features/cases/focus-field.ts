const FOCUSABLE = 'input:not([type="hidden"]), textarea, button, [tabindex]';

/** Moves the focus to a field of a form, or to what stands for the list it belongs to. */
export function focusField(formName: string, path: readonly (string | number)[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getElementById([formName, ...path.slice(0, length)].join('_'));
    const target = found?.matches(FOCUSABLE) === true ? found : found?.querySelector<HTMLElement>(FOCUSABLE);
    if (target) {
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      return;
    }
  }
}
