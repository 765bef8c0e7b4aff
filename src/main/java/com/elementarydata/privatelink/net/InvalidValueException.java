package com.elementarydata.privatelink.net;

/** A refused value: what is wrong with it, and what to do instead. */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    /**
     * Refuses a value.
     *
     * @param what what is wrong, with the value in quotes; lower case, without a final period
     * @param remedy what to do about it; lower case, without a final period; a character that is not what it looks like is
     *     told before it
     */
    public InvalidValueException(String what, String remedy) {
        super(what + "; " + Lookalike.explained(what, remedy));
        this.what = what;
        this.remedy = Lookalike.explained(what, remedy);
    }

    /** {@return what is wrong, with the value in quotes} */
    public String what() {
        return what;
    }

    /** {@return what to do about it} */
    public String remedy() {
        return remedy;
    }
}
