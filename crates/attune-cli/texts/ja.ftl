# カタログ
row_problem = { $file }、{ $line }行目：{ $problem }
rows_left_out = { $file }：ほか{ $rows }行をスキップしました
values_left_out = { $file }：取り込んだ行のうち{ $values }個の値を除外しました

# カメラと顔
camera_closed = 離席中のためカメラはオフです。
camera_open = カメラを再開しました。
face_none = 顔なし
face_not_read = 未読み取り
face_unsure = 不確か：{ $why }
affect = 快さ { $valence } ± { $valence_sd }  覚醒度 { $arousal } ± { $arousal_sd }

# 曲
column_name = タイトル
column_artist = アーティスト
column_mood = 気分
column_popularity = 人気
column_because = 理由
queue_at_end = 終了時のキュー：
not_understood = 解釈できません：{ $line }
line_no_track = 入力の{ $number }行目はJSON形式の曲ではありません。

# 脈拍
strap_not_found = 心拍ベルトが見つかりませんでした。装着して電極を湿らせ、ほかの機器との接続を切ってください。
strap_is_connected = 接続済み
strap_searching = 心拍ベルトを検索しています…
strap_connected = { $name }に接続しました
strap_connected_battery = { $name }に接続しました。電池残量{ $percent }%
strap_unreadable = 心拍ベルトから読み取れないデータが届きました。
strap_waiting = 接続していません：{ $why }{ $seconds }秒後に再び検索します。
pulse_rate = 毎分{ $rate }拍
pulse_sure = 毎分{ $rate }拍、信頼度 { $confidence }
skin_not_touched = 肌に触れていません

# サーバー
server_works = 動作しています：{ $program }、プロトコル{ $protocol }。
server_works_unnamed = 動作しています：音楽サーバー、プロトコル{ $protocol }。
server_scanned = { $server }：{ $songs }曲、追加{ $added }、変更{ $changed }、削除{ $removed }
server_unchanged = サーバーによると変更はありません
server_songs = { $songs }曲、読み込み済み{ $loaded }
password_not_kept = パスワードは保存されませんでした：{ $why }

# 履歴
history_kept = { $number }：{ $source }、再生{ $plays }回、{ $tracks }曲
history_span = { $from }から{ $to }まで
history_counts = 再生{ $plays }回、{ $tracks }曲、アーティスト{ $artists }組。最後まで{ $finished }回、スキップ{ $skipped }回
history_unused = 除外{ $left_out }件、使えない項目{ $unusable }件

# ウィンドウにない、または別の言い方をするエラー
error_annotations_invalid = 注釈に使えない行があります。値を確認してください。
error_annotations_unreadable = 注釈のファイルを読み取れませんでした。パスと列を確認してください。
error_bad_affect = -1から1までの数を2つ指定してください（例：0.4,-0.2）。
error_bad_expression = その表情はありません。neutral、happiness、surprise、sadness、anger、disgust、fear、contemptから選んでください。
error_bad_policy = その方針はありません。match、lift、calm、energise、hold、classicから選んでください。
error_correlation_unreadable = 相関を読み取れません。-1から1までの数を指定してください。
error_no_data_folder = データ用のフォルダーがシステムで指定されていません。--data-dirで指定してください。
error_no_display = ウィンドウを開く画面がありません。attune-cliを使ってください。
error_nothing_measured = 測定するものがありませんでした。注釈のファイルがあるか確認してください。
error_output_failed = 出力を書き込めませんでした。パスと空き容量を確認してください。
error_camera_none = カメラが見つからないか、指定したカメラがありません。カメラを接続して再試行してください。
error_microphone_none = マイクが見つからないか、指定したマイクが接続されていません。マイクを接続して再試行してください。
error_runtime_missing = 顔の読み取りに必要な部品がありません。ほかはすべて動作します。解決するにはAttuneを再インストールしてください。
error_cpu_unsupported = このコンピューターのプロセッサーでは表情のモデルを実行できません。ほかはすべて動作します。
error_picture_no_face = 写真に顔が見つかりませんでした。別の写真を選んでください。
error_picture_several_faces = 写真に複数の顔があります。一人で写っている写真を選んでください。
error_picture_unclear = 写真の顔が暗い、明るすぎる、ぼやけている、遠い、または隠れています。もっとはっきりした写真を選んでください。
