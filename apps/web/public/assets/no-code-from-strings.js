// The page may not make code out of strings (content security policy). The schema library tries it once, unless told before it starts.
globalThis.__zod_globalConfig = { jitless: true };
