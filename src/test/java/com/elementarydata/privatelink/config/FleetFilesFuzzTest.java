package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.KnownRegions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

class FleetFilesFuzzTest {

    /** The first input waits until the fuzzer has instrumented what it runs through. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Pattern LINE = Pattern.compile("acme\\.yaml:[1-9][0-9]*:[1-9][0-9]*: PL[0-9]{3} .+; .+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    @FuzzTest
    void reads_any_customers_file_or_says_what_is_wrong(byte[] content) {
        read(content, (file, problems) -> CustomerFile.read("acme.yaml", file, Optional.empty(), problems));
    }

    @FuzzTest
    void reads_any_networks_file_or_says_what_is_wrong(byte[] content) {
        read(content, NetworkFile::read);
    }

    @FuzzTest
    void reads_any_ledger_or_says_what_is_wrong(byte[] content) {
        read(content, (file, problems) -> LedgerFile.read("acme.yaml", file, problems, KnownRegions.USUAL));
    }

    @FuzzTest
    void reads_any_handoff_document_or_says_what_is_wrong(byte[] content) {
        long start = cpuTime();
        HandoffDocument document = HandoffDocument.read("acme.yaml", content);
        assertThat(document.handoff().isPresent()).isEqualTo(document.problems().isEmpty());
        requireLines(document.problems());
        requireSoon(start);
    }

    @FuzzTest
    void reads_any_output_of_snowflake_or_says_what_is_wrong(byte[] content) {
        long start = cpuTime();
        try {
            SnowflakeOutput output = SnowflakeOutput.read("acme.yaml", content);
            assertThat(output.json()).noneMatch(UNPRINTABLE.asPredicate());
        } catch (Refusal refusal) {
            assertThat(refusal.lines()).isNotEmpty().allMatch(LINE.asMatchPredicate());
        }
        requireSoon(start);
    }

    private static void read(byte[] content, BiConsumer<YamlNode.Mapping, Problems> reader) {
        long start = cpuTime();
        Problems problems = new Problems();
        YamlReader.read("acme.yaml", content, problems).ifPresent(file -> reader.accept(file, problems));
        requireLines(problems.sorted());
        requireSoon(start);
    }

    private static void requireSoon(long start) {
        assertThat(Duration.ofNanos(cpuTime() - start)).isLessThan(LONGEST);
    }

    /** Of this thread alone: a busy machine makes nothing slow here. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void requireLines(List<Problem> problems) {
        for (Problem problem : problems) {
            String line = problem.toString();
            if (!LINE.matcher(line).matches() || UNPRINTABLE.matcher(line).find()) {
                throw new AssertionError("not one line of the form that is promised: " + line);
            }
        }
    }
}
