--liquibase formatted sql

--changeset weir:notifications-001 splitStatements:true endDelimiter:;
--comment: Mails on their way and gone. The worker takes the next one that is due whosever it is, hence the one index without a tenant.
CREATE TABLE notifications_mail (
    tenant_id       UUID         NOT NULL,
    id              UUID         NOT NULL,
    to_address      VARCHAR(320) NOT NULL,
    subject         VARCHAR(255) NOT NULL,
    body            TEXT         NOT NULL,
    confidential    BOOLEAN      NOT NULL,
    status          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts        INT          NOT NULL,
    next_attempt_at DATETIME(3)  NOT NULL,
    last_error      VARCHAR(500) NULL,
    created_at      DATETIME(3)  NOT NULL,
    sent_at         DATETIME(3)  NULL,
    PRIMARY KEY (id),
    INDEX notifications_mail_newest_ix (tenant_id, created_at, id),
    INDEX notifications_mail_due_ix (status, next_attempt_at, id),
    CONSTRAINT notifications_mail_status_ck CHECK (status IN ('queued', 'sent', 'failed', 'unsent')),
    CONSTRAINT notifications_mail_attempts_ck CHECK (attempts >= 0),
    CONSTRAINT notifications_mail_sent_ck CHECK ((status = 'sent') = (sent_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
