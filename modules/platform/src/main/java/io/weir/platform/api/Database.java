package io.weir.platform.api;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Where SQL goes that is not the ORM's. */
public interface Database {
    /** Takes part in the JTA transaction of the caller. */
    Jdbi inTransaction();

    /** Outside any JTA transaction: connections whose commits the caller itself decides (leases, migrations). */
    DataSource ownCommits();

    /** The same for admission, whose few kinds of statements the database keeps prepared. */
    DataSource admission();
}
