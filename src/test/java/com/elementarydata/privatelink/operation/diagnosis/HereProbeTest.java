package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.observed.HereFacts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is tried on this machine's own addresses. */
class HereProbeTest {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final char[] PASSWORD = "loopback".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLContext ours;

    /** A certificate for {@code localhost} alone. */
    @BeforeAll
    static void make_a_certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "localhost",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        ours = SSLContext.getInstance("TLS");
        ours.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @Test
    void a_service_with_the_right_certificate_is_trusted() throws IOException {
        try (ServerSocket server = tlsServer()) {
            int port = server.getLocalPort();

            HereFacts tried = probe(ours.getSocketFactory(), port).probe(List.of(path("service", "localhost", port)));

            assertThat(tried.answers().get("localhost")).contains("127.0.0.1");
            assertThat(tried.connects()).containsExactly(entry("localhost:" + port, HereFacts.CONNECTED));
            assertThat(tried.handshakes()).containsExactly(entry("localhost:" + port, HereFacts.TRUSTED));
        }
    }

    @Test
    void a_certificate_for_another_name_is_said() throws IOException {
        try (ServerSocket server = tlsServer()) {
            int port = server.getLocalPort();
            // another name of loopback, which no certificate is for
            HereFacts tried = probe(ours.getSocketFactory(), port).probe(List.of(path("service", "127.0.0.1", port)));

            assertThat(tried.handshakes().get("127.0.0.1:" + port)).startsWith("TLS failed: ");
        }
    }

    @Test
    void a_certificate_of_somebody_unknown_is_said() throws IOException {
        try (ServerSocket server = tlsServer()) {
            int port = server.getLocalPort();
            HereFacts tried = probe((SSLSocketFactory) SSLSocketFactory.getDefault(), port)
                    .probe(List.of(path("service", "localhost", port)));

            assertThat(tried.handshakes().get("localhost:" + port)).startsWith("TLS failed: ");
        }
    }

    @Test
    void a_port_without_a_listener_and_a_name_without_an_address_are_said() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        HereProbe probe = new HereProbe(ours.getSocketFactory(), Set.of(), TIMEOUT_MILLIS);

        HereFacts tried =
                probe.probe(List.of(path("service", "localhost", port), path("service", "nobody.invalid", port)));

        assertThat(tried.connects().get("localhost:" + port)).contains("refused");
        assertThat(tried.connects().get("nobody.invalid:" + port)).isEqualTo("does not resolve");
        assertThat(tried.answers().get("nobody.invalid")).isEmpty();
        assertThat(tried.handshakes()).isEmpty();
    }

    @Test
    void wildcards_and_prepared_names_are_not_tried() {
        HereProbe probe = new HereProbe(ours.getSocketFactory(), Set.of(), TIMEOUT_MILLIS);

        HereFacts tried = probe.probe(List.of(
                path("service", "*.localhost", 1),
                new Paths(List.of("localhost"), List.of(1), false, "service").path()));

        assertThat(tried.answers()).isEmpty();
        assertThat(tried.connects()).isEmpty();
    }

    @Test
    void snowflakes_responders_are_tried_on_port_80_and_nothing_else_of_it() {
        HereProbe probe = new HereProbe(ours.getSocketFactory(), Set.of(), TIMEOUT_MILLIS);
        List<String> names = List.of("a.invalid", "ocsp.a.invalid");

        HereFacts tried = probe.probe(List.of(new Paths(names, List.of(80, 443), true, "snowflake").path()));

        assertThat(tried.connects()).containsOnlyKeys("a.invalid:443", "ocsp.a.invalid:80");
    }

    private static HereProbe probe(SSLSocketFactory sockets, int port) {
        return new HereProbe(sockets, Set.of(port), TIMEOUT_MILLIS);
    }

    private static ExpectedPath path(String integration, String hostname, int port) {
        return new Paths(List.of(hostname), List.of(port), true, integration).path();
    }

    /** What of a connection matters here. */
    record Paths(List<String> hostnames, List<Integer> ports, boolean active, String integration) {

        ExpectedPath path() {
            return new ExpectedPath(
                    "acme/git",
                    "acme.yaml",
                    integration,
                    true,
                    Optional.empty(),
                    "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1",
                    "eu-west-1",
                    "eu-west-1",
                    List.of(),
                    "10.64.0.0/20",
                    hostnames,
                    List.of(),
                    ports,
                    active,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    new ExpectedPath.ExpectedStacks("", "", "", "", "", "", new TreeMap<>(), "", ""));
        }
    }

    /** Answers handshakes until it is closed. */
    private static ServerSocket tlsServer() throws IOException {
        SSLServerSocket server = (SSLServerSocket) ours.getServerSocketFactory().createServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                    socket.startHandshake();
                } catch (IOException ended) {
                    // the client only connected, did not trust, or the test is over
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
