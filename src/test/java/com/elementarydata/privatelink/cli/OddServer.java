package com.elementarydata.privatelink.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A server that is not AWS: it answers every request with the same bytes, or with those of a stand-in for AWS. */
final class OddServer implements AutoCloseable {

    private static final int LARGEST_REQUEST = 64_000;

    private final ServerSocket socket;
    private final UnaryOperator<String> answer;

    /** Begins to answer with what is made of a request, which is the first bytes of it that arrive. */
    OddServer(UnaryOperator<String> answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::acceptAll);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "odd server");
        thread.setDaemon(true);
        thread.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d".formatted(socket.getLocalPort());
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            InputStream request = client.getInputStream();
            byte[] asked = new byte[LARGEST_REQUEST];
            int length = Math.max(0, request.read(asked));
            // the body of a request comes by itself
            Thread.sleep(20);
            length += request.available() > 0 ? request.read(asked, length, LARGEST_REQUEST - length) : 0;
            String text = answer.apply(new String(asked, 0, length, StandardCharsets.UTF_8));
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        } catch (InterruptedException | InterruptedIOException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // whoever asked does not wait any longer
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
