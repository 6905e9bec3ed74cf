import type { ThemeConfig } from 'antd';

/** The tokens of `tokens.css` in antd's terms, so that forms and tables look like the boards. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f5f64',
    colorLink: '#0f5f64',
    colorTextBase: '#111a1e',
    colorText: '#111a1e',
    colorTextSecondary: '#5c6c71',
    colorTextDescription: '#5c6c71',
    colorTextPlaceholder: '#5c6c71',
    colorBorder: '#bfcacc',
    colorBorderSecondary: '#dae1e2',
    colorBgLayout: '#f3f6f6',
    colorError: '#c4271f',
    colorWarning: '#a65c00',
    colorSuccess: '#1f7a4a',
    colorInfo: '#2a6db5',
    // Tints and lines of the status palette; antd would derive muddy ones from the solid colours.
    colorErrorBg: '#fcebea',
    colorErrorBorder: '#f1b9b5',
    colorWarningBg: '#fff1d6',
    colorWarningBorder: '#ebc98c',
    colorSuccessBg: '#e3f3e9',
    colorSuccessBorder: '#aed7be',
    colorInfoBg: '#e7f0fa',
    colorInfoBorder: '#b4cfea',
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 30,
    fontSize: 13,
    fontFamily: 'var(--font)',
    fontWeightStrong: 600,
  },
  components: {
    Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Segmented: { trackBg: '#e9eeee', trackPadding: 2, itemSelectedBg: '#ffffff' },
    // The edge of what can be typed into must reach 3:1 on white.
    Input: { colorBorder: '#7c8c91' },
    InputNumber: { colorBorder: '#7c8c91' },
    Select: { colorBorder: '#7c8c91' },
    DatePicker: { colorBorder: '#7c8c91' },
  },
};
