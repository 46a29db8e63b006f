package io.weir.identity.api;

import java.sql.Connection;
import java.sql.SQLException;

/** A number in the database that grows whenever any credential anywhere stops working before its time. */
public interface CredentialEpoch {
    /** Reads it within the caller's own transaction, at READ COMMITTED. */
    long read(Connection connection) throws SQLException;
}
