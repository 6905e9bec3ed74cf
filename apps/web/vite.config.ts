import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The host that the browser asked for is handed on: the API refuses writes whose origin is another.
const api = 'http://127.0.0.1:3000';

/** The web app: built to `dist/`, served by the API; in development it asks the API of this machine. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: 5173, proxy: { '/api': { target: api }, '/socket.io': { target: api, ws: true } } },
  build: {
    outDir: 'dist',
    // Which file needs which: the check of the first load adds them up.
    manifest: true,
    // A tab that was opened before a build, and a server that is running during one, still find their parts: names carry hashes.
    emptyOutDir: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'router', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
            { name: 'contracts', test: /(node_modules[\\/]zod|libs[\\/]contracts)[\\/]/, priority: 20 },
            // One file instead of a request for each glyph.
            { name: 'icons', test: /node_modules[\\/]lucide-react[\\/]/, priority: 20 },
            // The small shared parts in one file; those that need the form library stay with it.
            {
              name: 'shared',
              test: /src[\\/](components|lib)[\\/](?!confirm-button|info-tip|form-dialog|date-field|lines-field)/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
});
