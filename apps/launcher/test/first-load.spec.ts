import { describe, expect, it } from 'vitest';
import { firstLoadFiles } from '../src/first-load.mjs';

const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_react'] },
  _react: { file: 'assets/react.js' },
  'board.tsx': { file: 'assets/board.js', imports: ['_react', '_card', 'card.css'] },
  _card: { file: 'assets/card.js', imports: ['_board-again'] },
  '_board-again': { file: 'assets/again.js', imports: ['_card'] },
  'card.css': { file: 'assets/card.css' },
  'plan.tsx': { file: 'assets/plan.js', imports: ['_react'] },
};

describe('The first load of the board', () => {
  it('counts every script on the way once, with what those import, and no screen that comes later', () => {
    expect([...firstLoadFiles(manifest, ['index.html', 'board.tsx'])].sort()).toEqual([
      'assets/again.js',
      'assets/board.js',
      'assets/card.js',
      'assets/index.js',
      'assets/react.js',
    ]);
  });

  it('does not pass over a part that the build no longer has', () => {
    expect(() => firstLoadFiles(manifest, ['index.html', 'gone.tsx'])).toThrow('gone.tsx');
  });
});
