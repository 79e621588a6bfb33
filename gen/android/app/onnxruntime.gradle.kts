import java.security.MessageDigest
import java.util.zip.ZipFile

// Only the library of ONNX Runtime's package is taken, of a version that reports to nobody, and only of the very package
// whose hash stands here. The feature `api-24` of the root's Cargo.toml is the oldest version that the program accepts.
val onnxRuntime = configurations.create("onnxRuntime") { isTransitive = false }
dependencies.add("onnxRuntime", "com.microsoft.onnxruntime:onnxruntime-android:1.28.0@aar")

val unpackOnnxRuntime = tasks.register("unpackOnnxRuntime") {
    // Values of the task's own: what a kept configuration remembers must not reach into this script.
    val sha256 = "f351a0638696f54b35184290dbc001d66daae17281ad0b548d2c70347d53b8a9"
    val collector = "data.microsoft.com"
    val abis = listOf("arm64-v8a", "x86_64")
    val packages = onnxRuntime.incoming.files
    val folder = layout.projectDirectory.dir("src/main/jniLibs").asFile
    inputs.files(packages)
    outputs.files(abis.map { folder.resolve("$it/libonnxruntime.so") })
    doLast {
        val aar = packages.singleFile
        val digest = MessageDigest.getInstance("SHA-256").digest(aar.readBytes())
        val found = digest.joinToString("") { "%02x".format(it) }
        check(found == sha256) { "${aar.name} is not the package that was looked at: $found" }
        ZipFile(aar).use { zip ->
            for (abi in abis) {
                val entry = checkNotNull(zip.getEntry("jni/$abi/libonnxruntime.so")) { "no library for $abi" }
                val library = zip.getInputStream(entry).use { it.readBytes() }
                val reports = String(library, Charsets.ISO_8859_1).contains(collector)
                check(!reports) { "the library for $abi would report to its maker" }
                val to = folder.resolve("$abi/libonnxruntime.so")
                to.parentFile.mkdirs()
                to.writeBytes(library)
            }
        }
    }
}

tasks.matching { it.name.startsWith("merge") && it.name.endsWith("JniLibFolders") }.configureEach {
    dependsOn(unpackOnnxRuntime)
}
