package com.elementarydata.privatelink.dns;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on loopback that knows a few names, and says of all others that they do not exist. */
public final class TinyDns implements AutoCloseable {

    private static final int HEADER = 12;
    private static final short NAME_OF_QUESTION = (short) 0xC00C;
    private static final short RECURSIVE_ANSWER = (short) 0x8180;
    private static final short NO_SUCH_NAME = 3;
    private static final Map<Integer, String> TYPES = Map.of(1, "A", 5, "CNAME", 28, "AAAA");

    private record Entry(String type, ByteBuffer data) {}

    private final Map<String, List<Entry>> names = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final DatagramSocket socket;

    public TinyDns() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "tiny-dns");
        server.setDaemon(true);
        server.start();
    }

    /** As {@code --resolver} takes it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** A name with addresses, or one name that it is an alias of. */
    public TinyDns with(String name, String... targets) {
        List<Entry> entries = new ArrayList<>();
        for (String target : targets) {
            entries.add(
                    InetAddresses.isInetAddress(target)
                            ? new Entry(
                                    target.contains(":") ? "AAAA" : "A",
                                    ByteBuffer.wrap(
                                            InetAddresses.forString(target).getAddress()))
                            : new Entry("CNAME", encoded(target)));
        }
        names.put(name, entries);
        return this;
    }

    /** Questions about a name remain without an answer. */
    public TinyDns silentAbout(String name) {
        silent.add(name);
        return this;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                ByteBuffer asked = ByteBuffer.wrap(question.getData(), 0, question.getLength());
                String name = decoded(asked.position(HEADER));
                if (!silent.contains(name)) {
                    byte[] answer = answer(question.getData(), asked, name);
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (IOException ended) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(ended);
            }
        }
    }

    /** After the name of the question come its type and class. */
    private byte[] answer(byte[] packet, ByteBuffer asked, String name) {
        String type = TYPES.get((int) asked.getShort());
        int end = asked.position() + Short.BYTES;
        List<Entry> entries = names.getOrDefault(name, List.of()).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
        ByteBuffer answer = ByteBuffer.allocate(512);
        answer.putShort(asked.getShort(0));
        answer.putShort((short) (RECURSIVE_ANSWER | (names.containsKey(name) ? 0 : NO_SUCH_NAME)));
        answer.putShort((short) 1).putShort((short) entries.size()).putInt(0);
        answer.put(packet, HEADER, end - HEADER);
        for (Entry entry : entries) {
            answer.putShort(NAME_OF_QUESTION).put(packet, end - 2 * Short.BYTES, 2 * Short.BYTES);
            answer.putInt(60)
                    .putShort((short) entry.data().remaining())
                    .put(entry.data().duplicate());
        }
        byte[] sent = new byte[answer.position()];
        answer.flip().get(sent);
        return sent;
    }

    private static String decoded(ByteBuffer from) {
        List<String> labels = new ArrayList<>();
        for (int length = from.get(); length > 0; length = from.get()) {
            byte[] label = new byte[length];
            from.get(label);
            labels.add(new String(label, StandardCharsets.US_ASCII));
        }
        return String.join(".", labels);
    }

    private static ByteBuffer encoded(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(name.length() + 2);
        for (String label : Splitter.on('.').split(name)) {
            bytes.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.clear();
    }

    @Override
    public void close() {
        socket.close();
    }
}
