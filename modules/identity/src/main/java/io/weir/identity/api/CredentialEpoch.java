package io.weir.identity.api;

/** A number in the database that grows whenever any credential anywhere stops working before its time. */
public interface CredentialEpoch {
    /**
     * The query that reads it, one row of one number, for whoever sends it along with queries of its own. At READ
     * COMMITTED it sees every revocation that was committed before it runs.
     */
    String query();
}
