import type { Messages } from './en';

/** What the window says of the camera, in Hindi. */
export const camera: Messages['camera'] = {
  label: 'कैमरा',
  state: {
    off: 'कैमरा बंद है',
    starting: 'कैमरा शुरू हो रहा है…',
    on: 'कैमरा चालू है',
    waiting: 'कैमरा डिस्कनेक्ट है, उसका इंतज़ार है',
    away: 'आपके न होने पर कैमरा बंद है',
    failed: 'कैमरा शुरू नहीं हो सका',
  },
  forPulse: 'आपकी नब्ज़ मापने के लिए कैमरा चालू है',
  rate: (looks) => `प्रति सेकंड ${looks} बार`,
  reopened: 'आपके लौटने पर कैमरा फिर चालू है',
  start: 'कैमरा शुरू करें',
  pause: 'रोकें',
  retry: 'फिर कोशिश करें',
  picture: 'फ़ोटो इस्तेमाल करें',
  waitingFor: (name) => `${name} डिस्कनेक्ट है, उसका इंतज़ार है`,
  busy: 'कैमरा इस्तेमाल में है, उसका इंतज़ार है',
  first: 'पहला उपलब्ध कैमरा',
  none: 'कोई कैमरा नहीं मिला',
  gone: 'चुना गया कैमरा (डिस्कनेक्ट है)',
};
