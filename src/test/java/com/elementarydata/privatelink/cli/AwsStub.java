package com.elementarydata.privatelink.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS's API on loopback, which gives recorded answers to some calls and refuses all others. */
public final class AwsStub implements AutoCloseable {

    private static final Pattern ACTION = Pattern.compile("Action=([A-Za-z]+)");

    private record Answer(int status, String body) {}

    private static final Answer REFUSAL = new Answer(403, """
            <Response><Errors><Error><Code>UnauthorizedOperation</Code>
            <Message>You are not authorized to perform this operation.</Message></Error></Errors>
            <RequestID>1</RequestID></Response>""");
    private static final Answer THROTTLING = new Answer(503, """
            <Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message>
            </Error></Errors><RequestID>1</RequestID></Response>""");

    private static final Answer DISABLED = new Answer(401, """
            <Response><Errors><Error><Code>AuthFailure</Code><Message>AWS was not able to validate the provided access
            credentials</Message></Error></Errors><RequestID>1</RequestID></Response>""");

    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    public AwsStub(String account) throws IOException {
        answer("GetCallerIdentity", """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Account>%s</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""".formatted(account));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    /** Answers an action of EC2, CloudFormation or STS, or what a path of Route 53's begins with. */
    public AwsStub answer(String action, String body) {
        answers.computeIfAbsent(action, absent -> new ArrayDeque<>()).add(new Answer(200, body));
        return this;
    }

    /** Throttles the next call of an action. */
    public AwsStub throttle(String action) {
        answers.computeIfAbsent(action, absent -> new ArrayDeque<>()).add(THROTTLING);
        return this;
    }

    /** Refuses everything in a Region, as AWS does where an account has not opted in. */
    public AwsStub disable(String region) {
        disabled.add(region);
        return this;
    }

    private boolean isDisabled(HttpExchange exchange) {
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return disabled.stream().map("/%s/"::formatted).anyMatch(signature::contains);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher action = ACTION.matcher(body);
        String asked =
                action.find() ? action.group(1) : exchange.getRequestURI().getPath();
        Answer answer = isDisabled(exchange) ? DISABLED : next(asked);
        byte[] content = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(answer.status(), content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    /** The last answer is given again and again. */
    private synchronized Answer next(String action) {
        Deque<Answer> left = answers.getOrDefault(action, new ArrayDeque<>());
        Answer first = left.peekFirst();
        if (first == null) {
            return REFUSAL;
        }
        return left.size() > 1 ? left.removeFirst() : first;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
