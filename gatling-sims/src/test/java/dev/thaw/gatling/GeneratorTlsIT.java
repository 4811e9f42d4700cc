package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorEvent.Fired;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests over TLS carry credentials, so they go to trusted servers alone. */
class GeneratorTlsIT {
  private static final String PASSWORD = "password";

  @TempDir static Path folder;
  private static Path keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var options =
        List.of("-genkeypair", "-alias", "stub", "-keyalg", "EC", "-dname", "CN=stub", "-ext");
    var command = new java.util.ArrayList<>(List.of(keytool));
    command.addAll(options);
    command.addAll(List.of("san=ip:127.0.0.1", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", keys.toString()));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void invokesATrustedServer() throws Exception {
    var fired =
        fire(
            "-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);

    assertThat(fired.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.answer().error()).isNull());
  }

  @Test
  void sendsNothingToAServerItCannotTrust() throws Exception {
    var fired = fire();

    assertThat(fired.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.answer().error()).contains("certification path"));
  }

  private static Fired fire(String... options) throws Exception {
    var own = Files.createTempDirectory(folder, "run");
    try (var lambda = new LambdaStub(server());
        var worker =
            WorkerProcess.start(WorkerSimulation.class, own, WorkerProcess.CREDENTIALS, options)) {
      var file = own.resolve("requests.ndjson.gz").toString();
      worker.order(new Open(lambda.uri(), "eu-west-1", file, 0, 1, 0));
      var arrivals = ArrivalProcess.parse("burst 1");
      worker.order(
          new Fire("p", "v", new Route.Invoke("f"), "{}", arrivals, 1, 0, 0, 20_000, true));
      worker.order(new Close());
      var fired = worker.await(Fired.class);
      assertThat(worker.exitCode()).isZero();
      return fired;
    }
  }

  private static HttpsServer server() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpsServer.create(address, 100);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }
}
