package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.aws.ApiCalls;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.PathReader;
import com.elementarydata.privatelink.aws.ProviderReader;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A diagnosis of what is deployed to the local AWS, and what it cost.
 *
 * @param path what it came to
 * @param calls what AWS was asked
 * @param took how long that took
 */
record Diagnosis(PathDiagnosis path, List<ApiCalls.Call> calls, Duration took) {

    /** From Elementary's side alone. */
    static Diagnosis of(E2eFleet deployed, CustomerConnection owned) {
        return of(deployed, deployed.fleet(), owned, Optional.empty());
    }

    /** Of a fleet as its files may say otherwise. */
    static Diagnosis of(E2eFleet deployed, Fleet fleet, CustomerConnection owned, Optional<ProviderFacts> provider) {
        ExpectedPaths expected = new ExpectedPaths(fleet);
        String name =
                "%s/%s".formatted(owned.customer().id(), owned.connection().id());
        ExpectedPath path = expected.of(owned.customer()).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        AwsAccess access = deployed.aws().as(Accounts.ELEMENTARY);
        Instant start = Instant.now();
        PathFacts facts = new PathReader(access).read(expected.network(), List.of(path));
        PathDiagnosis diagnosis =
                PathDiagnosis.of(expected.network(), path, facts, provider, CdkCommands.ofUnknownFolder());
        return new Diagnosis(diagnosis, access.calls().all(), Duration.between(start, Instant.now()));
    }

    /** With what the provider sees, too. */
    static Diagnosis ofBothHalves(Scene scene) {
        ProviderFacts provider = ProviderReader.read(
                        scene.deployed().aws().as(scene.provider()),
                        scene.connection().address().serviceName().value())
                .orElseThrow();
        return of(scene.deployed(), scene.deployed().fleet(), scene.owned(), Optional.of(provider));
    }

    /** The first broken link and who must act; or that there is none. */
    String named() {
        return path.firstBroken()
                .map(broken -> "%s %s".formatted(broken.code(), broken.party()))
                .orElse("nothing");
    }
}
