import { Outlet } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactNode } from 'react';
import { useLocale } from '../lib/i18n';
import { theme } from './theme';

/** Without motion the library does not wait for movements to end that a reader's setting keeps from ever beginning. */
const wantsMotion = () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * The form library in our colours and the reader's language. Around the screens that fill in forms; the board, the shell and sign-in
 * do without it, so that the first of them is there before it.
 */
export function FormKit({ motion = wantsMotion(), children }: { motion?: boolean; children: ReactNode }) {
  const locale = useLocale();
  useEffect(() => {
    dayjs.locale(locale === 'en-US' ? 'en' : 'zh-cn');
  }, [locale]);
  return (
    <ConfigProvider
      locale={locale === 'en-US' ? enUS : zhCN}
      theme={motion ? theme : { ...theme, token: { ...theme.token, motion: false } }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

/** The same as a level of the route tree. */
export function FormKitOutlet() {
  return (
    <FormKit>
      <Outlet />
    </FormKit>
  );
}
