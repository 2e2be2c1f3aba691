import { sittingsOfAll } from './sitting-doors.ts';

/**
 * Routes that name something which is everyone's (a lesson, a place) or which is proved by what only its owner knows;
 * each with the reason. What they do for oneself, they do to oneself.
 */
export const everyones: Record<string, string> = {
	'GET /places': 'places are public',
	'GET /places/{id}': 'places are public',
	'GET /organisations': 'only what lies in, or answers to, her own places is listed, wherever she looks',
	'GET /places/{id}/classes': 'places are public, and so is where and when classes are; nobody’s name is told',
	'GET /class-codes/{code}': 'whoever stands before the code on the wall may read which class it is',
	'POST /class-codes/{code}/attendance': 'says of oneself that one is here',
	'POST /cards/open': 'card and PIN prove whose learning it is',
	'POST /cards/taking': 'card and PIN prove whose learning it is; it goes to oneself',
	'GET /join-codes/{code}': 'whoever holds the code of an organisation may read which it is',
	'POST /join-codes/{code}/membership': 'the code proves that one was asked in; it is oneself who comes in',
	'POST /me/household': 'the code proves that somebody at home asked her in; it is oneself who comes in',
	'POST /team-memberships': 'the code proves that one was asked in; it is oneself who comes in',
	'POST /accounts': 'names a place, which is public; makes a new account',
	'PUT /me/account': 'corrects one’s own account; names a place, which is public',
	'POST /session': 'the password proves whose account it is',
	'POST /session/again': 'the password and the device’s own signed cookie prove whose account it is',
	'DELETE /device/people/{id}': 'forgets a name that stands in the asker’s own signed cookie, and nowhere else',
	'POST /reopenings/use': 'the code of the sheet proves it',
	'GET /search': 'what is taught is public; `after` only says how far she has looked',
	'GET /programmes/{id}': 'what is taught is public',
	'GET /courses/{id}': 'what is taught is public',
	'GET /tests/{id}': 'what is asked for is public',
	'GET /courses/{id}/download': 'what is taught is public',
	'GET /downloads': 'what is taught is public',
	'POST /session/standing': 'the sign proves which session it is, and opens nothing',
	'GET /courses/{courseId}/lessons/{lessonId}': 'what is taught is public',
	'POST /courses/{courseId}/lessons/{lessonId}/answers': 'answers for oneself',
	'POST /courses/{courseId}/lessons/{lessonId}/way': 'declares for oneself',
	'GET /courses/{courseId}/lessons/{lessonId}/standing': 'tells of oneself',
	'POST /courses/{courseId}/attempts': 'begins for oneself',
	'POST /tests/{id}/attempts': 'begins for oneself',
	'POST /elsewhere/results':
		'whoever lies outside her places is as if she were not there, by whatever code, name or number she is meant',
	'GET /papers': 'of a code too, only papers of one’s own places are listed',
	...sittingsOfAll,
	'POST /verifications': 'whoever holds the codes of records may check them',
	'GET /verifications/{code}': 'whoever holds the code of a record may check it'
};
