package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.observed.DomainNames;
import com.elementarydata.privatelink.observed.HereFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Tries a connection's names and ports from this machine: resolves, connects, and begins TLS. It sends nothing else.
 *
 * @param sockets begins TLS, and decides which certificates to trust
 * @param tlsPorts the ports that are known to speak it
 * @param timeoutMillis how long to wait for each
 */
public record HereProbe(SSLSocketFactory sockets, Set<Integer> tlsPorts, int timeoutMillis) {

    private static final Set<Integer> TLS = Set.of(443, 8443);
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int OCSP_PORT = 80;
    private static final String OCSP = "ocsp.";

    /** With the certificate authorities that Java trusts. */
    public static HereProbe ofThisMachine() {
        return new HereProbe((SSLSocketFactory) SSLSocketFactory.getDefault(), TLS, TIMEOUT_MILLIS);
    }

    /** Tries all exact hostnames of some connections that are switched on. */
    public HereFacts probe(List<ExpectedPath> paths) {
        SortedMap<String, List<String>> answers = new TreeMap<>();
        SortedMap<String, String> connects = new TreeMap<>();
        SortedMap<String, String> handshakes = new TreeMap<>();
        for (ExpectedPath path : paths) {
            if (!path.active()) {
                continue;
            }
            for (String hostname : path.hostnames()) {
                if (DomainNames.isWildcard(hostname)) {
                    continue;
                }
                answers.put(hostname, resolve(hostname));
                for (int port : ports(path, hostname)) {
                    String address = "%s:%d".formatted(hostname, port);
                    connects.put(address, attempt(hostname, port, false));
                    if (tlsPorts.contains(port)) {
                        handshakes.put(address, attempt(hostname, port, true));
                    }
                }
            }
        }
        return new HereFacts(answers, connects, handshakes);
    }

    /** Responders listen only on port 80, and nothing else of such an integration does. */
    private static List<Integer> ports(ExpectedPath path, String hostname) {
        return path.hasCertificateResponders()
                ? path.ports().stream()
                        .filter(port -> (port == OCSP_PORT) == hostname.startsWith(OCSP))
                        .toList()
                : path.ports();
    }

    private static List<String> resolve(String hostname) {
        try {
            return Arrays.stream(InetAddress.getAllByName(hostname))
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .toList();
        } catch (UnknownHostException none) {
            return List.of();
        }
    }

    private String attempt(String hostname, int port, boolean tls) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(hostname, port), timeoutMillis);
            return tls ? handshake(socket, hostname, port) : HereFacts.CONNECTED;
        } catch (IOException failure) {
            return words(failure);
        }
    }

    private String handshake(Socket plain, String hostname, int port) throws IOException {
        plain.setSoTimeout(timeoutMillis);
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, hostname, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(hostname)));
            // checks that the certificate is for the name
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return HereFacts.TRUSTED;
        }
    }

    private static String words(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return "timed out";
        }
        if (failure instanceof UnknownHostException) {
            return "does not resolve";
        }
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure instanceof SSLException ? "TLS failed: " + said : said;
    }
}
