# பட்டியல்கள்
row_problem = { $file }, வரி { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] மேலும் { $rows } வரிசை தவிர்க்கப்பட்டது
   *[other] மேலும் { $rows } வரிசைகள் தவிர்க்கப்பட்டன
}
values_left_out = { $file }: { $values ->
    [one] { $values } மதிப்பு விடப்பட்டது; அதன் வரி சேர்க்கப்பட்டது
   *[other] { $values } மதிப்புகள் விடப்பட்டன; அவற்றின் வரிகள் சேர்க்கப்பட்டன
}

# கேமராவும் முகங்களும்
camera_closed = நீங்கள் இல்லாததால் கேமரா அணைந்துள்ளது.
camera_open = கேமரா மீண்டும் இயங்குகிறது.
face_none = முகம் இல்லை
face_not_read = படிக்கப்படவில்லை
face_unsure = உறுதியில்லை: { $why }
affect = இனிமை { $valence } ± { $valence_sd }  கிளர்ச்சி { $arousal } ± { $arousal_sd }

# பாடல்கள்
column_name = தலைப்பு
column_artist = கலைஞர்
column_mood = மனநிலை
column_popularity = பிரபலம்
column_because = காரணம்
queue_at_end = முடிவில் வரிசை:
not_understood = புரியவில்லை: { $line }
line_no_track = உள்ளீட்டின் வரி { $number } JSON வடிவில் ஒரு பாடல் அல்ல.

# நாடி
strap_not_found = பட்டை எதுவும் கிடைக்கவில்லை. அதை அணிந்து, தொடுமுனைகளை ஈரமாக்கி, மற்றச் சாதனங்களிலிருந்து துண்டியுங்கள்.
strap_is_connected = இணைந்தது
strap_searching = பட்டை தேடப்படுகிறது…
strap_connected = இணைந்தது: { $name }
strap_connected_battery = இணைந்தது: { $name }, பேட்டரி { $percent } %
strap_unreadable = பட்டை அனுப்பிய ஒன்றைப் படிக்க முடியவில்லை.
strap_waiting = இணைப்பு இல்லை: { $why } { $seconds } நொடியில் மீண்டும் தேடப்படும்.
pulse_rate = { $rate } துடிப்பு/நிமிடம்
pulse_sure = { $rate } துடிப்பு/நிமிடம், உறுதி { $confidence }
skin_not_touched = தோலில் தொடர்பு இல்லை

# சேவையகங்கள்
server_works = இயங்குகிறது: { $program }, நெறிமுறை { $protocol }.
server_works_unnamed = இயங்குகிறது: இசைச் சேவையகம், நெறிமுறை { $protocol }.
server_scanned = { $server }: { $songs ->
    [one] { $songs } பாடல்
   *[other] { $songs } பாடல்கள்
}, சேர்ந்தவை: { $added }, மாறியவை: { $changed }, நீங்கியவை: { $removed }
server_unchanged = எதுவும் மாறவில்லை எனச் சேவையகம் சொல்கிறது
server_songs = { $songs ->
    [one] { $songs } பாடல்
   *[other] { $songs } பாடல்கள்
}, ஏற்றப்பட்டவை: { $loaded }
password_not_kept = கடவுச்சொல் சேமிக்கப்படவில்லை: { $why }

# வரலாறுகள்
history_kept = { $number }: { $source }, { $tracks ->
    [one] { $tracks } பாடல்
   *[other] { $tracks } பாடல்கள்
}, கேட்ட முறைகள்: { $plays }
history_span = { $from } முதல் { $to } வரை
history_counts = { $tracks ->
    [one] { $tracks } பாடல்
   *[other] { $tracks } பாடல்கள்
}, { $artists ->
    [one] { $artists } கலைஞர்
   *[other] { $artists } கலைஞர்கள்
}, கேட்ட முறைகள்: { $plays }; முடிவு வரை: { $finished }, தவிர்த்தவை: { $skipped }
history_unused = விடுபட்டவை: { $left_out }, பயன்படுத்த முடியாதவை: { $unusable }

# சாளரம் சொல்லாத அல்லது வேறு விதமாகச் சொல்லும் பிழைகள்
error_annotations_invalid = குறிப்புகளின் ஒரு வரியைப் பயன்படுத்த முடியாது. அதன் மதிப்புகளைச் சரிபாருங்கள்.
error_annotations_unreadable = குறிப்புகளின் கோப்பைப் படிக்க முடியவில்லை. பாதையையும் நெடுவரிசைகளையும் சரிபாருங்கள்.
error_bad_affect = -1 முதல் 1 வரை இரண்டு எண்களைக் கொடுங்கள், எ.கா. 0.4,-0.2.
error_bad_expression = அப்படியொரு முகபாவம் இல்லை. neutral, happiness, surprise, sadness, anger, disgust, fear அல்லது contempt ஒன்றைத் தேர்ந்தெடுங்கள்.
error_bad_policy = அப்படியொரு நெறி இல்லை. match, lift, calm, energise, hold அல்லது classic ஒன்றைத் தேர்ந்தெடுங்கள்.
error_correlation_unreadable = தொடர்பெண்ணைப் படிக்க முடியவில்லை. -1-க்கும் 1-க்கும் இடையே ஓர் எண்ணைக் கொடுங்கள்.
error_no_data_folder = தரவுக்கான கோப்புறை எதையும் கணினி குறிப்பிடவில்லை. --data-dir மூலம் ஒன்றைக் குறிப்பிடுங்கள்.
error_no_display = சாளரத்தைத் திறக்கத் திரை இல்லை. attune-cli-ஐப் பயன்படுத்துங்கள்.
error_nothing_measured = அளக்க எதுவும் இல்லை. குறிப்புகளின் கோப்புகள் உள்ளனவா எனப் பாருங்கள்.
error_output_failed = வெளியீட்டை எழுத முடியவில்லை. பாதையையும் காலி இடத்தையும் சரிபாருங்கள்.
error_camera_none = கேமரா எதுவும் இல்லை, அல்லது தேர்ந்தது இணைக்கப்படவில்லை. கேமராவை இணைத்து மீண்டும் முயலுங்கள்.
error_microphone_none = மைக் எதுவும் இல்லை, அல்லது தேர்ந்தது இணைக்கப்படவில்லை. மைக்கை இணைத்து மீண்டும் முயலுங்கள்.
error_runtime_missing = முகங்களைப் படிக்கும் ஒரு கூறு இல்லை. மற்றவை இயங்கும். சரிசெய்ய Attune-ஐ மீண்டும் நிறுவுங்கள்.
error_cpu_unsupported = இந்தக் கணினியின் செயலி முகபாவ மாதிரியை இயக்க முடியாது. மற்றவை இயங்கும்.
error_picture_no_face = படத்தில் முகம் இல்லை. வேறு படத்தைத் தேர்ந்தெடுங்கள்.
error_picture_several_faces = படத்தில் ஒன்றுக்கு மேற்பட்ட முகங்கள் உள்ளன. ஒருவர் மட்டும் உள்ள படத்தைத் தேர்ந்தெடுங்கள்.
error_picture_unclear = படத்தில் முகம் மிக இருட்டாக, மிக வெளிச்சமாக, மங்கலாக, தொலைவில் அல்லது மறைந்துள்ளது. தெளிவான படத்தைத் தேர்ந்தெடுங்கள்.
