package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.HereFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A load balancer that connects, and has nothing behind it. */
class SilentServerTest {

    private static final int TIMEOUT_MILLIS = 300;

    @Test
    @Timeout(20)
    void is_connected_to_and_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            HereProbe probe =
                    new HereProbe((SSLSocketFactory) SSLSocketFactory.getDefault(), Set.of(port), TIMEOUT_MILLIS);

            HereFacts tried = probe.probe(
                    List.of(new HereProbeTest.Paths(List.of("localhost"), List.of(port), true, "service").path()));

            assertThat(tried.connects()).containsEntry("localhost:" + port, HereFacts.CONNECTED);
            assertThat(tried.handshakes()).containsEntry("localhost:" + port, "timed out");
        }
    }
}
