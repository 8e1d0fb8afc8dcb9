// WebSocket কানেকশন তৈরি
const roomId = '123e4567-e89b-12d3-a456-426614174000';
const username = encodeURIComponent('রাকিব');
const color = encodeURIComponent('#ff0000');
const sessionId = 'a1b2c3d4-e5f6-7890-1234-567890abcdef';

const wsUrl = `ws://localhost:8000/ws/chat/${roomId}/?username=${username}&color=${color}&session_id=${sessionId}`;
const socket = new WebSocket(wsUrl);

// ইভেন্ট হ্যান্ডলার
socket.onopen = function() {
    console.log('✅ WebSocket সংযুক্ত হয়েছে');
    
    // প্রথম বার্তা পাঠান
    socket.send(JSON.stringify({
        type: 'message',
        content: 'সবাইকে সালাম!'
    }));
};

socket.onmessage = function(event) {
    const data = JSON.parse(event.data);
    
    switch(data.type) {
        case 'message':
            console.log(`💬 ${data.username}: ${data.message}`);
            break;
            
        case 'system':
            console.log(`⚡ ${data.message}`);
            break;
            
        case 'typing':
            if(data.typing) {
                console.log(`✍️ ${data.username} টাইপ করছে...`);
            }
            break;
            
        case 'user_list':
            console.log('👥 অনলাইন ইউজার:', data.users.length);
            break;
            
        case 'error':
            console.error(`❌ ${data.message}`);
            break;
    }
};

socket.onclose = function(event) {
    console.log('🔌 WebSocket সংযোগ বিচ্ছিন্ন');
    if(event.code === 4001) {
        console.log('রুম পূর্ণ!');
    }
};

socket.onerror = function(error) {
    console.error('❌ WebSocket এরর:', error);
};

// বার্তা পাঠানোর ফাংশন
function sendMessage(message) {
    if(socket.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify({
            type: 'message',
            content: message
        }));
    }
}

// টাইপিং ইন্ডিকেটর
function sendTyping(isTyping) {
    socket.send(JSON.stringify({
        type: 'typing',
        typing: isTyping
    }));
}

// ইউজার আপডেট
function updateUser(newUsername, newColor) {
    socket.send(JSON.stringify({
        type: 'user_update',
        username: newUsername,
        color: newColor
    }));
}
