package com.elementarydata.privatelink.template;

/** The shell script with which a customer checks, hands off and accepts, with the AWS CLI alone. */
public final class ProviderScript {

    /** What its file is called. */
    public static final String FILE = "elementary-privatelink.sh";

    private ProviderScript() {}

    /**
     * The script as customers get it.
     *
     * @return a program for any POSIX shell
     */
    public static String text() {
        return Resource.text(FILE);
    }
}
