# الفهارس
row_problem = { $file }، السطر { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] تُرك صف آخر
    [two] تُرك صفّان آخران
    [few] تُركت { $rows } صفوف أخرى
    [many] تُرك { $rows } صفًا آخر
   *[other] تُرك { $rows } صف آخر
}
values_left_out = { $file }: { $values ->
    [one] تُركت قيمة واحدة من صف أُخذ
    [two] تُركت قيمتان من صفوف أُخذت
    [few] تُركت { $values } قيم من صفوف أُخذت
   *[other] تُركت { $values } قيمة من صفوف أُخذت
}

# الكاميرا والوجوه
camera_closed = الكاميرا مغلقة أثناء غيابك.
camera_open = عادت الكاميرا إلى العمل.
face_none = لا وجه
face_not_read = لم يُقرأ
face_unsure = غير مؤكد: { $why }
affect = السرور { $valence } ± { $valence_sd }  الاستثارة { $arousal } ± { $arousal_sd }

# الأغاني
column_name = العنوان
column_artist = الفنان
column_mood = المزاج
column_popularity = الرواج
column_because = السبب
queue_at_end = قائمة الانتظار في النهاية:
not_understood = غير مفهوم: { $line }
line_no_track = السطر { $number } من المُدخل ليس أغنية بصيغة JSON.

# النبض
strap_not_found = لم يُعثر على حزام. ارتدِه وبلّل نقاط تلامسه، وافصله عن الأجهزة الأخرى.
strap_is_connected = متصل
strap_searching = جارٍ البحث عن الحزام…
strap_connected = تم الاتصال بـ { $name }
strap_connected_battery = تم الاتصال بـ { $name }، البطارية { $percent } %
strap_unreadable = أرسل الحزام شيئًا تتعذّر قراءته.
strap_waiting = لا اتصال: { $why } يُعاد البحث بعد { $seconds } ث.
pulse_rate = { $rate } نبضة/دقيقة
pulse_sure = { $rate } نبضة/دقيقة، الثقة { $confidence }
skin_not_touched = لا تلامس مع البشرة

# الخوادم
server_works = يعمل: { $program }، البروتوكول { $protocol }.
server_works_unnamed = يعمل: خادم موسيقى، البروتوكول { $protocol }.
server_scanned = { $server }: { $songs ->
    [one] أغنية واحدة
    [two] أغنيتان
    [few] { $songs } أغانٍ
   *[other] { $songs } أغنية
}، المضافة: { $added }، المتغيّرة: { $changed }، المزالة: { $removed }
server_unchanged = يقول الخادم إن شيئًا لم يتغيّر
server_songs = { $songs ->
    [one] أغنية واحدة
    [two] أغنيتان
    [few] { $songs } أغانٍ
   *[other] { $songs } أغنية
}، المحمّلة: { $loaded }
password_not_kept = لم تُحفظ كلمة المرور: { $why }

# السجلات
history_kept = { $number }: { $source }، { $tracks ->
    [one] أغنية واحدة
    [two] أغنيتان
    [few] { $tracks } أغانٍ
   *[other] { $tracks } أغنية
}، مرات التشغيل: { $plays }
history_span = من { $from } إلى { $to }
history_counts = { $tracks ->
    [one] أغنية واحدة
    [two] أغنيتان
    [few] { $tracks } أغانٍ
   *[other] { $tracks } أغنية
}، { $artists ->
    [one] فنان واحد
    [two] فنانان
    [few] { $artists } فنانين
    [many] { $artists } فنانًا
   *[other] { $artists } فنان
}، مرات التشغيل: { $plays }؛ حتى النهاية: { $finished }، المتخطّاة: { $skipped }
history_unused = المستبعدة: { $left_out }، غير الصالحة: { $unusable }

# أخطاء لا تذكرها النافذة أو تذكرها بصيغة أخرى
error_annotations_invalid = أحد صفوف التعليقات التوضيحية غير صالح. تحقّق من قيمه.
error_annotations_unreadable = تعذّرت قراءة ملف التعليقات التوضيحية. تحقّق من المسار والأعمدة.
error_bad_affect = اكتب رقمين من -1 إلى 1، مثل 0.4,-0.2.
error_bad_expression = لا يوجد تعبير بهذا الاسم. اختر neutral أو happiness أو surprise أو sadness أو anger أو disgust أو fear أو contempt.
error_bad_policy = لا يوجد نهج بهذا الاسم. اختر match أو lift أو calm أو energise أو hold أو classic.
error_correlation_unreadable = تعذّرت قراءة معامل الارتباط. اكتب رقمًا بين -1 و1.
error_no_data_folder = لا يحدد النظام مجلدًا للبيانات. حدّد واحدًا عبر --data-dir.
error_no_display = لا توجد شاشة لفتح نافذة عليها. استخدم attune-cli.
error_nothing_measured = لم يكن هناك ما يُقاس. تحقّق من وجود ملفات التعليقات التوضيحية.
error_output_failed = تعذّرت كتابة المُخرج. تحقّق من المسار والمساحة الحرة.
error_camera_none = لم يُعثر على كاميرا، أو أن المختارة غير متصلة. وصّل كاميرا وأعد المحاولة.
error_microphone_none = لم يُعثر على ميكروفون، أو أن المختار غير متصل. وصّل واحدًا وأعد المحاولة.
error_runtime_missing = أحد مكوّنات قراءة الوجوه مفقود. كل ما عدا ذلك يعمل. أعد تثبيت Attune لإصلاح ذلك.
error_cpu_unsupported = لا يمكن لمعالج هذا الحاسوب تشغيل نموذج التعابير. كل ما عدا ذلك يعمل.
error_picture_no_face = لم يُعثر على وجه في الصورة. اختر صورة أخرى.
error_picture_several_faces = في الصورة أكثر من وجه. اختر صورة يظهر فيها شخص واحد.
error_picture_unclear = الوجه في الصورة مظلم أو ساطع أو ضبابي أو بعيد أو مغطى. اختر صورة أوضح.
