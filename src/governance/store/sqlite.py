class SqliteRecorder: pass
