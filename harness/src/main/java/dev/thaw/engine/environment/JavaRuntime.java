package dev.thaw.engine.environment;

import dev.thaw.invocation.Memory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The managed Java runtimes: AWS's runtime interface client on the JVM that this engine runs on,
 * with the flags that AWS's java17 and later were seen to use. A flag that the user sets for the
 * same thing in {@code JAVA_TOOL_OPTIONS} wins, as a command line would override it.
 *
 * @see <a href="https://github.com/aws/aws-lambda-java-libs">Runtime interface client</a>
 */
final class JavaRuntime {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** A class of the client and of each library that it cannot start without. */
  private static final List<String> LIBRARIES =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.Context",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private static final double HEAP_SHARE = 0.85;
  private static final int NATIVE_ACCESS_WARNS_FROM = 24;

  private final String classPath;
  private final Path nativeClient;

  private JavaRuntime(String classPath, Path nativeClient) {
    this.classPath = classPath;
    this.nativeClient = nativeClient;
  }

  /**
   * Finds the client on this JVM's class path, and unpacks its native part into that folder: left
   * to itself, each JVM would write the same file in {@code /tmp}, and concurrent starts would
   * crash.
   */
  static JavaRuntime unpackInto(Path folder) throws IOException {
    var loader = Objects.requireNonNull(JavaRuntime.class.getClassLoader(), "class loader");
    var jars =
        LIBRARIES.stream()
            .map(name -> library(loader, name).toString())
            .distinct()
            .collect(Collectors.joining(System.getProperty("path.separator")));
    var name = "libaws-lambda-jni.%s.so".formatted(platform());
    var library = folder.resolve(name);
    try (@Nullable InputStream in = loader.getResourceAsStream("jni/" + name)) {
      if (in == null) {
        throw new IOException("the runtime interface client has no jni/" + name);
      }
      Files.createDirectories(folder);
      Files.copy(in, library);
    }
    return new JavaRuntime(jars, library);
  }

  private static Path library(ClassLoader loader, String className) {
    var resource = className.replace('.', '/') + ".class";
    var url = loader.getResource(resource);
    if (url == null) {
      throw new IllegalStateException(
          "class %s of the runtime interface client is not on the class path".formatted(className));
    }
    try {
      return Path.of(root(url, resource));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot tell the jar of " + url, e);
    }
  }

  private static URI root(URL url, String resource) throws IOException, URISyntaxException {
    if (url.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFileURL().toURI();
    }
    var text = url.toString();
    return new URI(text.substring(0, text.length() - resource.length()));
  }

  private static String platform() {
    var isArm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).startsWith("aarch64");
    var system = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    return system + "-" + (isArm ? "aarch_64" : "x86_64");
  }

  /** The command line for that function; {@code tmp} is the environment's own {@code /tmp}. */
  List<String> command(FunctionVersion function, Path tmp) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    var user = new UserOptions(function.variables());
    user.unless("-Xmx|-XX:MaxHeapSize=|-XX:MaxRAMPercentage=")
        .add(command, "-XX:MaxHeapSize=" + heapKilobytes(function.memory()) + "k");
    user.unless("-XX:[+]Use\\w+GC\\b").add(command, "-XX:+UseSerialGC");
    user.unless("-XX:[+-]TieredCompilation\\b|-XX:TieredStopAtLevel=|-Xint\\b|-Xcomp\\b")
        .add(command, "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");
    user.unless("-Xshare:").add(command, "-Xshare:auto");
    user.unless("-Djava.io.tmpdir=").add(command, "-Djava.io.tmpdir=" + tmp);
    // Lambda's machines have the locale that LANG names; this one may not, and fall back to ASCII.
    user.unless("-Dfile.encoding=").add(command, "-Dfile.encoding=UTF-8");
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS_FROM) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-D" + NATIVE_CLIENT + "=" + nativeClient);
    command.addAll(List.of("-cp", classPath(function), MAIN, function.handler()));
    return command;
  }

  /** Behind the client the jars of the layers, which it would itself look for in /opt/java/lib. */
  private String classPath(FunctionVersion function) {
    return Stream.concat(
            Stream.of(classPath),
            function.layersFromTop().stream().map(layer -> layer.resolve("java/lib") + "/*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** 85 % of the memory, as seen on AWS: 445645k of 512 MB, 111411k of 128 MB. */
  static long heapKilobytes(Memory memory) {
    return Math.round(memory.megabytes() * 1024L * HEAP_SHARE);
  }

  /** What the user asks of the JVM through variables. */
  private record UserOptions(String text) {
    UserOptions(Map<String, String> variables) {
      this(
          variables.getOrDefault("JAVA_TOOL_OPTIONS", "")
              + " "
              + variables.getOrDefault("JDK_JAVA_OPTIONS", ""));
    }

    Choice unless(String flags) {
      return new Choice(!Pattern.compile("(?:^|\\s)(?:" + flags + ")").matcher(text).find());
    }
  }

  private record Choice(boolean isOurs) {
    void add(List<String> command, String... flags) {
      if (isOurs) {
        command.addAll(List.of(flags));
      }
    }
  }
}
