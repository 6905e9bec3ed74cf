import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const families = [
  'sans-serif',
  'serif',
  'monospace',
  'system-ui',
  'PingFang SC',
  'Microsoft YaHei',
  'Hiragino Sans GB',
];

/**
 * Writes a fontconfig file with which Chinese is drawn on a machine without fonts, and pages look the same on every machine.
 * @param cache folder for the file and fontconfig's own notes
 * @returns path for FONTCONFIG_FILE
 */
export function fontConfiguration(cache: string): string {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const aliases = families.map(
    (family) =>
      `  <match><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>Noto Sans SC</string></edit></match>`,
  );
  mkdirSync(cache, { recursive: true });
  const path = join(cache, 'fonts.conf');
  writeFileSync(
    path,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      `  <dir>${join(fonts, '400Regular')}</dir>`,
      `  <dir>${join(fonts, '700Bold')}</dir>`,
      `  <cachedir>${join(cache, 'fontconfig')}</cachedir>`,
      ...aliases,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return path;
}
