# 目录
row_problem = { $file }，第 { $line } 行：{ $problem }
rows_left_out = { $file }：另外跳过 { $rows } 行
values_left_out = { $file }：已导入的行中有 { $values } 个值被略去

# 摄像头和人脸
camera_closed = 你离开时摄像头已关闭。
camera_open = 摄像头已重新开启。
face_none = 没有人脸
face_not_read = 未读取
face_unsure = 不确定：{ $why }
affect = 愉悦度 { $valence } ± { $valence_sd }  唤醒度 { $arousal } ± { $arousal_sd }

# 歌曲
column_name = 标题
column_artist = 艺人
column_mood = 心情
column_popularity = 受欢迎程度
column_because = 理由
queue_at_end = 结束时的队列：
not_understood = 无法理解：{ $line }
line_no_track = 输入的第 { $number } 行不是 JSON 格式的歌曲。

# 脉搏
strap_not_found = 没有找到心率带。请戴上它，润湿触点，并断开它与其他设备的连接。
strap_is_connected = 已连接
strap_searching = 正在搜索心率带…
strap_connected = 已连接到 { $name }
strap_connected_battery = 已连接到 { $name }，电量 { $percent }%
strap_unreadable = 心率带发来了无法读取的数据。
strap_waiting = 未连接：{ $why }{ $seconds } 秒后再次搜索。
pulse_rate = 每分钟 { $rate } 次
pulse_sure = 每分钟 { $rate } 次，置信度 { $confidence }
skin_not_touched = 没有贴到皮肤

# 服务器
server_works = 工作正常：{ $program }，协议 { $protocol }。
server_works_unnamed = 工作正常：音乐服务器，协议 { $protocol }。
server_scanned = { $server }：{ $songs } 首歌曲，新增 { $added }，更改 { $changed }，移除 { $removed }
server_unchanged = 服务器表示没有任何更改
server_songs = { $songs } 首歌曲，已加载 { $loaded }
password_not_kept = 密码未保存：{ $why }

# 收听记录
history_kept = { $number }：{ $source }，{ $tracks } 首歌曲，播放 { $plays } 次
history_span = { $from } 至 { $to }
history_counts = { $artists } 位艺人的 { $tracks } 首歌曲，播放 { $plays } 次；播完 { $finished } 次，跳过 { $skipped } 次
history_unused = 略过 { $left_out } 条，无法使用 { $unusable } 条

# 窗口中没有或说法不同的错误
error_annotations_invalid = 标注中有一行无法使用。请检查其中的值。
error_annotations_unreadable = 无法读取标注文件。请检查路径和列。
error_bad_affect = 请给出两个 -1 到 1 之间的数，例如 0.4,-0.2。
error_bad_expression = 没有这种表情。请从 neutral、happiness、surprise、sadness、anger、disgust、fear、contempt 中选择。
error_bad_policy = 没有这种策略。请从 match、lift、calm、energise、hold、classic 中选择。
error_correlation_unreadable = 无法读取相关系数。请给出 -1 到 1 之间的数。
error_no_data_folder = 系统没有指定数据文件夹。请用 --data-dir 指定。
error_no_display = 没有可以打开窗口的屏幕。请使用 attune-cli。
error_nothing_measured = 没有可测量的内容。请检查标注所指的文件是否存在。
error_output_failed = 无法写入输出。请检查路径和可用空间。
error_camera_none = 没有找到摄像头，或没有所选的摄像头。请接入摄像头后重试。
error_microphone_none = 没有找到麦克风，或所选的麦克风未连接。请接入麦克风后重试。
error_runtime_missing = 缺少读取人脸所需的组件。其他一切正常。重新安装 Attune 可解决此问题。
error_cpu_unsupported = 这台电脑的处理器无法运行表情模型。其他一切正常。
error_picture_no_face = 照片中没有找到人脸。请选择其他照片。
error_picture_several_faces = 照片中有多张脸。请选择只有一个人的照片。
error_picture_unclear = 照片中的脸太暗、太亮、模糊、太远或被遮挡。请选择更清晰的照片。
