package com.elementarydata.privatelink.dns;

import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.DnsFacts;
import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A DNS resolver to ask where names point.
 *
 * @param server its address; empty for the one that this machine is configured to ask
 * @param patience how long to wait for all answers together
 */
public record DnsResolver(Optional<HostAndPort> server, Duration patience) {

    private static final int PORT = 53;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The one that this machine is configured to ask. In a private network it knows private names too. */
    public static DnsResolver ofThisMachine() {
        return new DnsResolver(Optional.empty(), PATIENCE);
    }

    /**
     * A certain one.
     *
     * @param server {@code HOST} or {@code HOST:PORT}; an IPv6 address with a port in brackets
     * @throws InvalidValueException for any other form
     */
    public static DnsResolver at(String server) {
        return parsed(server)
                .filter(at -> InetAddresses.isInetAddress(at.getHost()) || InternetDomainName.isValid(at.getHost()))
                .map(at -> new DnsResolver(Optional.of(at), PATIENCE))
                .orElseThrow(() -> new InvalidValueException(
                        "\"%s\" is not the address of a resolver".formatted(server), "give HOST or HOST:PORT"));
    }

    private static Optional<HostAndPort> parsed(String server) {
        try {
            return Optional.of(HostAndPort.fromString(server).withDefaultPort(PORT));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Asks for some names, several at once. A name that it does not answer for in time has no answer. */
    public DnsFacts ask(Collection<Hostname> names) {
        List<Hostname> asked = names.stream().distinct().sorted().toList();
        SortedMap<Hostname, DnsAnswer> answers = new TreeMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(
                AT_ONCE, new ThreadFactoryBuilder().setDaemon(true).build());
        try {
            DnsQuery query = new DnsQuery(server);
            List<Callable<Optional<DnsAnswer>>> questions = asked.stream()
                    .map(name -> (Callable<Optional<DnsAnswer>>) () -> query.ask(name))
                    .toList();
            workers.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .flatMap(DnsResolver::answer)
                    .forEach(answer -> answers.put(answer.name(), answer));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
        return new DnsFacts(toString(), answers);
    }

    private static Stream<DnsAnswer> answer(Future<Optional<DnsAnswer>> asked) {
        try {
            return Futures.getDone(asked).stream();
        } catch (ExecutionException | CancellationException unanswered) {
            return Stream.empty();
        }
    }

    @Override
    public String toString() {
        return server.map(at -> at.getPort() == PORT ? at.getHost() : at.toString())
                .orElse("this machine's resolver");
    }
}
