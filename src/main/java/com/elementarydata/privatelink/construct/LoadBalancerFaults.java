package com.elementarydata.privatelink.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.Construct;

/** What is wrong with a given load balancer: what fails, and what is risky, of which warnings tell too. */
final class LoadBalancerFaults {

    private final Construct scope;
    private final String path;
    private final List<String> failed = new ArrayList<>();
    private final List<String> risky = new ArrayList<>();

    /**
     * None so far.
     *
     * @param scope what has the warnings
     * @param path of the load balancer, which it is called by
     */
    LoadBalancerFaults(Construct scope, String path) {
        this.scope = scope;
        this.path = path;
    }

    void fail(String what, String remedy) {
        failed.add(sentence(what, remedy));
    }

    void warn(String id, String what, String remedy) {
        risky.add(sentence(what, remedy));
        Warnings.add(scope, id, sentence(what, remedy));
    }

    private String sentence(String what, String remedy) {
        return "the load balancer %s %s; %s".formatted(path, what, remedy);
    }

    /** Nothing unless anything fails; the risks too then, as their warnings are not printed. */
    List<String> all() {
        return failed.isEmpty()
                ? List.of()
                : Stream.concat(failed.stream(), risky.stream()).toList();
    }
}
