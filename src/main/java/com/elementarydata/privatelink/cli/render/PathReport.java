package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import java.util.List;
import java.util.Optional;

/**
 * Diagnoses for programs.
 *
 * @param connections of one customer
 */
public record PathReport(List<Path> connections) {

    private record Path(String connection, Optional<String> firstBroken, Optional<String> whoMustAct, List<Hop> hops) {

        static Path of(PathDiagnosis diagnosis) {
            Optional<Finding> broken = diagnosis.firstBroken();
            return new Path(
                    diagnosis.path().name(),
                    broken.map(Finding::code),
                    broken.map(finding -> Words.of(finding.party())),
                    Hop.of(diagnosis.findings()));
        }
    }

    /** A finding as programs read it. */
    record Hop(
            String code,
            String hop,
            String verdict,
            String found,
            String whoMustAct,
            String remedy,
            List<String> commands) {

        static List<Hop> of(List<Finding> findings) {
            return findings.stream()
                    .map(finding -> new Hop(
                            finding.code(),
                            finding.title(),
                            Words.of(finding.verdict()),
                            finding.found(),
                            Words.of(finding.party()),
                            finding.remedy(),
                            finding.commands()))
                    .toList();
        }
    }

    /** The diagnoses for programs. */
    public String json() {
        return JsonDocument.DIAGNOSE.of(this);
    }

    public static PathReport of(List<PathDiagnosis> diagnoses) {
        return new PathReport(diagnoses.stream().map(Path::of).toList());
    }
}
