# कैटलॉग
row_problem = { $file }, पंक्ति { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] { $rows } और पंक्ति छोड़ी गई
   *[other] { $rows } और पंक्तियाँ छोड़ी गईं
}
values_left_out = { $file }: { $values ->
    [one] { $values } मान छोड़ा गया, उसकी पंक्ति ली गई
   *[other] { $values } मान छोड़े गए, उनकी पंक्तियाँ ली गईं
}

# कैमरा और चेहरे
camera_closed = आपके न होने पर कैमरा बंद है।
camera_open = कैमरा फिर चालू है।
face_none = कोई चेहरा नहीं
face_not_read = पढ़ा नहीं गया
face_unsure = पक्का नहीं: { $why }
affect = सुखदता { $valence } ± { $valence_sd }  सक्रियता { $arousal } ± { $arousal_sd }

# गाने
column_name = शीर्षक
column_artist = कलाकार
column_mood = मूड
column_popularity = लोकप्रियता
column_because = कारण
queue_at_end = अंत में क़तार:
not_understood = समझ नहीं आया: { $line }
line_no_track = इनपुट की पंक्ति { $number } JSON में कोई गाना नहीं है।

# नब्ज़
strap_not_found = कोई पट्टा नहीं मिला। उसे पहनें, उसके संपर्क गीले करें, और दूसरे उपकरणों से डिस्कनेक्ट करें।
strap_is_connected = जुड़ा है
strap_searching = पट्टा खोजा जा रहा है…
strap_connected = { $name } से जुड़ा
strap_connected_battery = { $name } से जुड़ा, बैटरी { $percent } %
strap_unreadable = पट्टे ने कुछ ऐसा भेजा जो पढ़ा नहीं जा सकता।
strap_waiting = नहीं जुड़ा: { $why } { $seconds } सेकंड में फिर खोजा जाएगा।
pulse_rate = { $rate } धड़कन/मिनट
pulse_sure = { $rate } धड़कन/मिनट, भरोसा { $confidence }
skin_not_touched = त्वचा से संपर्क नहीं

# सर्वर
server_works = काम करता है: { $program }, प्रोटोकॉल { $protocol }।
server_works_unnamed = काम करता है: संगीत सर्वर, प्रोटोकॉल { $protocol }।
server_scanned = { $server }: { $songs ->
    [one] { $songs } गाना
   *[other] { $songs } गाने
}, जुड़े: { $added }, बदले: { $changed }, हटे: { $removed }
server_unchanged = सर्वर के अनुसार कुछ नहीं बदला
server_songs = { $songs ->
    [one] { $songs } गाना
   *[other] { $songs } गाने
}, लोड हुए: { $loaded }
password_not_kept = पासवर्ड सहेजा नहीं गया: { $why }

# इतिहास
history_kept = { $number }: { $source }, { $tracks ->
    [one] { $tracks } गाना
   *[other] { $tracks } गाने
}, { $plays } बार सुने
history_span = { $from } से { $to } तक
history_counts = { $tracks ->
    [one] { $tracks } गाना
   *[other] { $tracks } गाने
}, { $plays } बार सुने, { $artists ->
    [one] { $artists } कलाकार
   *[other] { $artists } कलाकार
}; अंत तक: { $finished }, छोड़े गए: { $skipped }
history_unused = शामिल नहीं: { $left_out }, बेकार प्रविष्टियाँ: { $unusable }

# वे त्रुटियाँ जिनके बारे में विंडो कुछ नहीं कहती, या कुछ और कहती है
error_annotations_invalid = एनोटेशन की एक पंक्ति काम की नहीं है। उसके मान जाँचें।
error_annotations_unreadable = एनोटेशन की फ़ाइल पढ़ी नहीं जा सकी। पथ और कॉलम जाँचें।
error_bad_affect = -1 से 1 तक की दो संख्याएँ दें, जैसे 0.4,-0.2।
error_bad_expression = ऐसा कोई भाव नहीं है। neutral, happiness, surprise, sadness, anger, disgust, fear या contempt चुनें।
error_bad_policy = ऐसी कोई नीति नहीं है। match, lift, calm, energise, hold या classic चुनें।
error_correlation_unreadable = सहसंबंध पढ़ा नहीं जा सकता। -1 और 1 के बीच की संख्या दें।
error_no_data_folder = सिस्टम डेटा के लिए कोई फ़ोल्डर नहीं बताता। --data-dir से एक बताएँ।
error_no_display = विंडो खोलने के लिए कोई स्क्रीन नहीं है। attune-cli इस्तेमाल करें।
error_nothing_measured = मापने के लिए कुछ नहीं था। जाँचें कि एनोटेशन की फ़ाइलें मौजूद हैं।
error_output_failed = आउटपुट लिखा नहीं जा सका। पथ और खाली जगह जाँचें।
error_camera_none = कोई कैमरा नहीं मिला, या चुना गया नहीं मिला। कैमरा जोड़ें और फिर कोशिश करें।
error_microphone_none = कोई माइक्रोफ़ोन नहीं मिला, या चुना गया जुड़ा नहीं है। माइक्रोफ़ोन जोड़ें और फिर कोशिश करें।
error_runtime_missing = चेहरे पढ़ने का एक घटक नहीं है। बाक़ी सब काम करता है। ठीक करने के लिए Attune फिर इंस्टॉल करें।
error_cpu_unsupported = इस कंप्यूटर का प्रोसेसर भाव पढ़ने वाला मॉडल नहीं चला सकता। बाक़ी सब काम करता है।
error_picture_no_face = फ़ोटो में कोई चेहरा नहीं मिला। दूसरी फ़ोटो चुनें।
error_picture_several_faces = फ़ोटो में एक से ज़्यादा चेहरे हैं। एक ही व्यक्ति की फ़ोटो चुनें।
error_picture_unclear = फ़ोटो में चेहरा बहुत अँधेरा, बहुत उजला, धुँधला, दूर या ढका है। साफ़ फ़ोटो चुनें।
