package com.elementarydata.privatelink.demo;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.net.AccountId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The emulator that {@code bin/local-aws} starts. It ends with this program, however that ends. */
public final class LocalAws implements AutoCloseable {

    /** That there is none to be had here, with the reason and the remedy. */
    public static final class Unavailable extends IOException {
        private static final long serialVersionUID = 1;

        private Unavailable(String message) {
            super(message);
        }
    }

    private static final int NONE_TO_BE_HAD = 3;

    private final Process process;
    private final Path said;
    private final URI endpoint;

    private LocalAws(Process process, Path said, URI endpoint) {
        this.process = process;
        this.said = said;
        this.endpoint = endpoint;
    }

    /**
     * Starts one.
     *
     * @param world what must exist
     * @param folder for the file with that, and the log of what it says
     * @param switches environment variables with which it behaves differently, if any
     * @throws Unavailable if none is available
     */
    public static LocalAws start(LocalWorld world, Path folder, Map<String, String> switches)
            throws IOException, InterruptedException {
        Path log = folder.resolve("local-aws.log");
        Path document = Files.writeString(folder.resolve("local-aws.json"), world.json());
        // its command says where it is, and lives as long as this program holds its standard input
        ProcessBuilder program = new ProcessBuilder(
                        Program.home().resolve("bin/local-aws").toString(),
                        "--world",
                        document.toAbsolutePath().toString(),
                        "sh",
                        "-c",
                        "echo $AWS_ENDPOINT_URL; exec cat")
                .redirectError(log.toFile());
        program.environment().putAll(switches);
        Process process = program.start();
        String endpoint = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (endpoint != null) {
            return new LocalAws(process, log, URI.create(endpoint));
        }
        String reason = Files.readString(log).strip();
        if (process.waitFor() == NONE_TO_BE_HAD) {
            throw new Unavailable(reason);
        }
        throw new IOException("the local AWS did not start: " + reason);
    }

    /** Access to it as an account, of which there is any. */
    public AwsAccess as(AccountId account) {
        return AwsAccess.local(endpoint, account);
    }

    /** Lets a program find it as an account, and find nothing else. */
    public void lead(ProcessBuilder program, AccountId account) {
        Map<String, String> environment = program.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_ACCESS_KEY_ID", AwsAccess.localAccessKey(account));
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_CONFIG_FILE", "/dev/null");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    /**
     * Stops it.
     *
     * @throws IOException if it met anything that it does not know, in which case what it let pass proves nothing
     */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        // waits until it has ended, even where this thread is interrupted
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(said).strip());
        }
    }
}
