/** The one queue. Its tables, and in PostgreSQL its sequence, are made with the migrations. */
export const queueName = 'effects';
