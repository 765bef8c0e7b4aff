package com.elementarydata.privatelink.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The progress of something slow: a bar on a terminal, nothing elsewhere. */
final class Progress implements AutoCloseable {

    private final String task;
    private @Nullable ProgressBar bar;

    Progress(String task) {
        this.task = task;
    }

    /** Shows how many of all are done, and what is in progress. */
    void show(long done, long all, String underWay) {
        if (!Terminal.isThere()) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(all)
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(done);
        bar.setExtraMessage(underWay);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
