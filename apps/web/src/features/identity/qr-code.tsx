// oxlint-disable-next-line import/no-named-as-default -- its types declare the default export alone
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

const QUIET = 4;

/** A QR code as one path, dark on white with the quiet zone that readers need. */
export function QrCode({ text, label, size = 176 }: { text: string; label: string; size?: number }) {
  const { path, side } = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    const at = [...Array(count).keys()];
    const dark = at.flatMap((row) =>
      at.filter((column) => code.isDark(row, column)).map((column) => ({ row, column })),
    );
    return {
      path: dark.map(({ row, column }) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`).join(''),
      side: count + 2 * QUIET,
    };
  }, [text]);
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
