import type { Messages } from './en';

/** What the window says of the camera, in Tamil. */
export const camera: Messages['camera'] = {
  label: 'கேமரா',
  state: {
    off: 'கேமரா அணைந்துள்ளது',
    starting: 'கேமரா தொடங்குகிறது…',
    watching: 'கேமரா இயங்குகிறது',
    waiting: 'கேமரா துண்டிக்கப்பட்டது, காத்திருக்கிறது',
    away: 'நீங்கள் இல்லாததால் கேமரா அணைந்தது',
    failed: 'கேமராவைத் தொடங்க முடியவில்லை',
  },
  forPulse: 'நாடியை அளக்க கேமரா இயங்குகிறது',
  rate: (looks) => `நொடிக்கு ${looks} முறை`,
  reopened: 'நீங்கள் திரும்பியதால் கேமரா மீண்டும் இயங்குகிறது',
  start: 'கேமராவைத் தொடங்கு',
  pause: 'இடைநிறுத்து',
  retry: 'மீண்டும் முயல்க',
  picture: 'படத்தைப் பயன்படுத்து',
  waitingFor: (name) => `${name} துண்டிக்கப்பட்டது, காத்திருக்கிறது`,
  first: 'கிடைக்கும் முதல் கேமரா',
  none: 'கேமரா எதுவும் இல்லை',
  gone: 'தேர்ந்த கேமரா (துண்டிக்கப்பட்டது)',
};
