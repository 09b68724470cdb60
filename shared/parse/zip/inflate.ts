// The one thing we need of fflate. Loaded through this file, since a package that is loaded late as a whole is bundled as a whole.

export { Inflate } from 'fflate';
